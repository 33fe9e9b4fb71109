import grp
import pwd

for act, arg in ((pwd.getpwnam, "nobody knows"), (grp.getgrnam, "nobody knows"), (pwd.getpwuid, 4123456789), (grp.getgrgid, 4123456789),
                 (pwd.getpwuid, -1), (pwd.getpwuid, -2), (grp.getgrgid, 2**70), (grp.getgrgid, -2), (pwd.getpwuid, 2**70), (pwd.getpwuid, 1.5), (grp.getgrgid, "0"),
                 (pwd.getpwnam, 1), (pwd.getpwnam, "a\0b")):
    try:
        act(arg)
    except (KeyError, OverflowError, TypeError, ValueError) as error:
        print(act.__name__, repr(error))
