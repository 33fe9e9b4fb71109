import syslog

print(syslog.openlog(), syslog.openlog("pycoro-test", syslog.LOG_PID, syslog.LOG_USER), syslog.openlog(facility=syslog.LOG_LOCAL0, ident="pycoro-test"))
print(syslog.syslog("100 % s"), syslog.syslog(syslog.LOG_DEBUG, "with a priority"))
print(syslog.LOG_MASK(syslog.LOG_ERR), syslog.LOG_UPTO(syslog.LOG_WARNING))
before = syslog.setlogmask(syslog.LOG_UPTO(syslog.LOG_ERR))
print(syslog.setlogmask(before) == syslog.LOG_UPTO(syslog.LOG_ERR))
print(syslog.closelog(), syslog.closelog())


def refused(function, *arguments):
    try:
        function(*arguments)
    except (TypeError, UnicodeEncodeError) as error:
        print(type(error).__name__, error)


refused(syslog.syslog)
refused(syslog.syslog, 1)
refused(syslog.syslog, "a", "b")
refused(syslog.syslog, 1, "a", 2)
refused(syslog.syslog, "\ud800")
refused(syslog.openlog, 1)
refused(syslog.openlog, "a", "b")
refused(syslog.setlogmask, "a")
