import grp
import pwd

root = pwd.getpwuid(0)
print(root.pw_name, root.pw_uid, root[2], len(root), root == pwd.getpwnam("root"), root in pwd.getpwall())
print(type(root), pwd.struct_passwd.__match_args__)
group = grp.getgrgid(id=0)
print(group.gr_name, group.gr_gid, group == grp.getgrnam("root"), group in grp.getgrall(), type(group.gr_mem))
