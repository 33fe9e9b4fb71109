import os
print(os.sysconf("SC_PAGE_SIZE"), os.sysconf(os.sysconf_names["SC_CLK_TCK"]), os.pathconf("/", "PC_NAME_MAX"))
print(os.confstr("CS_PATH"))
v = os.statvfs("/")
print(len(v), v[9] == v.f_namemax, type(v).__name__, isinstance(v.f_fsid, int))
print(os.makedev(8, 1), os.major(2049), os.minor(2049))
for call in (lambda: os.sysconf("SC_NOTHING"), lambda: os.sysconf(1.5), lambda: os.statvfs("/nowhere")):
    try:
        call()
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
