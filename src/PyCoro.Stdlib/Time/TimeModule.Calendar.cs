// Calendar functions of time: struct_time from seconds and back, and as text.

using System.Globalization;
using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Time;

internal static partial class TimeModule
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,
    ///                        tm_sec, tm_wday, tm_yday, tm_isdst)
    ///
    /// Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a.
    /// GMT).  When 'seconds' is not passed in, convert the current time instead.</summary>
    [PyFunction("gmtime", Signature = "seconds=None, /")]
    private static Value GmTime(VmThread thread, Value seconds) =>
        TryMoment(thread, seconds, out var moment) ? Tuple(thread, moment, 0) : Value.Error;

    /// <summary>localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,
    ///                           tm_sec,tm_wday,tm_yday,tm_isdst)
    ///
    /// Convert seconds since the Epoch to a time tuple expressing local time.
    /// When 'seconds' is not passed in, convert the current time instead.</summary>
    [PyFunction("localtime", Signature = "seconds=None, /")]
    private static Value LocalTime(VmThread thread, Value seconds)
    {
        if (!TryMoment(thread, seconds, out var moment))
            return Value.Error;
        var zone = TimeZoneInfo.Local;
        return Tuple(thread, moment + zone.GetUtcOffset(moment), zone.IsDaylightSavingTime(moment) ? 1 : 0);
    }

    /// <summary>mktime(tuple) -> floating point number
    ///
    /// Convert a time tuple in local time to seconds since the Epoch.</summary>
    [PyFunction("mktime")]
    private static Value MkTime(VmThread thread, Value tuple)
    {
        if (!TryFields(thread, tuple, "mktime", out var fields))
            return Value.Error;
        try
        {
            // Each field may lie outside its range, as in C.
            var local = new DateTime((int)fields[0], 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
                .AddMonths((int)fields[1] - 1).AddDays(fields[2] - 1).AddHours(fields[3]).AddMinutes(fields[4]).AddSeconds(fields[5]);
            var offset = TimeZoneInfo.Local.GetUtcOffset(local);
            return Value.Float((local - offset - DateTime.UnixEpoch).TotalSeconds);
        }
        catch (ArgumentOutOfRangeException)
        {
            return thread.OverflowError("mktime argument out of range");
        }
    }

    /// <summary>asctime([tuple]) -> string
    ///
    /// Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.
    /// When the time tuple is not present, current time as returned by localtime()
    /// is used.</summary>
    [PyFunction("asctime", Signature = "tuple=None, /")]
    private static Value AscTime(VmThread thread, Value tuple)
    {
        if (tuple.IsUnbound || tuple.IsNone)
            tuple = LocalTime(thread, Value.None);
        return !tuple.IsError && TryFields(thread, tuple, "asctime", out var fields) ? Value.Str(AsText(fields)) : Value.Error;
    }

    /// <summary>ctime(seconds) -> string
    ///
    /// Convert a time in seconds since the Epoch to a string in local time.
    /// This is equivalent to asctime(localtime(seconds)).</summary>
    [PyFunction("ctime", Signature = "seconds=None, /")]
    private static Value CTime(VmThread thread, Value seconds)
    {
        var local = LocalTime(thread, seconds);
        return local.IsError ? local : AscTime(thread, local);
    }

    /// <summary>strftime(format[, tuple]) -> string
    ///
    /// Convert a time tuple to a string according to a format specification.
    /// See the library reference manual for formatting codes. When the time tuple
    /// is not present, current time as returned by localtime() is used.</summary>
    [PyFunction("strftime", Signature = "format, tuple=None, /")]
    private static Value StrFTime(VmThread thread, string format, Value tuple)
    {
        if (tuple.IsUnbound || tuple.IsNone)
            tuple = LocalTime(thread, Value.None);
        if (tuple.IsError || !TryFields(thread, tuple, "strftime", out var fields))
            return Value.Error;
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
                text.Append(format[i]);
            else
                AppendCode(text, format[++i], fields);
        }
        return Value.Str(text.ToString());
    }

    /// <summary>strptime(string, format) -> struct_time</summary>
    [PyFunction("strptime")]
    private static Value StrPTime(VmThread thread, Value text, Value format) =>
        thread.Raise(Runtime.Exceptions.ExceptionTypes.NotImplementedError, "time.strptime is not supported");

    private static void AppendCode(StringBuilder text, char code, long[] t)
    {
        var culture = CultureInfo.InvariantCulture;
        var hour12 = t[3] % 12 == 0 ? 12 : t[3] % 12;
        switch (code)
        {
            case 'Y': text.Append(t[0]); break;
            case 'C': text.Append(culture, $"{t[0] / 100:00}"); break;
            case 'y': text.Append(culture, $"{t[0] % 100:00}"); break;
            case 'm': text.Append(culture, $"{t[1]:00}"); break;
            case 'd': text.Append(culture, $"{t[2]:00}"); break;
            case 'e': text.Append(culture, $"{t[2],2}"); break;
            case 'H': text.Append(culture, $"{t[3]:00}"); break;
            case 'I': text.Append(culture, $"{hour12:00}"); break;
            case 'M': text.Append(culture, $"{t[4]:00}"); break;
            case 'S': text.Append(culture, $"{t[5]:00}"); break;
            case 'j': text.Append(culture, $"{t[7]:000}"); break;
            case 'p': text.Append(t[3] < 12 ? "AM" : "PM"); break;
            case 'a': text.Append(Days[t[6]].AsSpan(0, 3)); break;
            case 'A': text.Append(Days[t[6]]); break;
            case 'b' or 'h': text.Append(Months[t[1] - 1].AsSpan(0, 3)); break;
            case 'B': text.Append(Months[t[1] - 1]); break;
            case 'w': text.Append((t[6] + 1) % 7); break;
            case 'u': text.Append(t[6] + 1); break;
            case 'U': text.Append(culture, $"{(t[7] + 6 - (t[6] + 1) % 7) / 7:00}"); break;
            case 'W': text.Append(culture, $"{(t[7] + 6 - t[6]) / 7:00}"); break;
            case 'V': text.Append(culture, $"{ISOWeek.GetWeekOfYear(Date(t)):00}"); break;
            case 'G': text.Append(ISOWeek.GetYear(Date(t))); break;
            case 'c': text.Append(AsText(t)); break;
            case 'x' or 'D': text.Append(culture, $"{t[1]:00}/{t[2]:00}/{t[0] % 100:00}"); break;
            case 'F': text.Append(culture, $"{t[0]}-{t[1]:00}-{t[2]:00}"); break;
            case 'X' or 'T': text.Append(culture, $"{t[3]:00}:{t[4]:00}:{t[5]:00}"); break;
            case 'R': text.Append(culture, $"{t[3]:00}:{t[4]:00}"); break;
            case 'r': text.Append(culture, $"{hour12:00}:{t[4]:00}:{t[5]:00} {(t[3] < 12 ? "AM" : "PM")}"); break;
            case 's': text.Append((long)(Date(t) - DateTime.UnixEpoch).TotalSeconds); break;
            case 'n': text.Append('\n'); break;
            case 't': text.Append('\t'); break;
            case 'Z': text.Append(ZoneName(TimeZoneInfo.Local, t[8] > 0)); break;
            case 'z': AppendOffset(text, TimeZoneInfo.Local.GetUtcOffset(Date(t))); break;
            case '%': text.Append('%'); break;
            default: text.Append('%').Append(code); break;
        }
    }

    private static void AppendOffset(StringBuilder text, TimeSpan offset) =>
        text.Append(offset < TimeSpan.Zero ? '-' : '+').Append(offset.ToString("hhmm", CultureInfo.InvariantCulture));

    private static DateTime Date(long[] t) => new((int)t[0], (int)t[1], (int)t[2], (int)t[3], (int)t[4], (int)System.Math.Min(59, t[5]));

    private static string AsText(long[] t) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Days[t[6]][..3]} {Months[t[1] - 1][..3]} {t[2],2} {t[3]:00}:{t[4]:00}:{t[5]:00} {t[0]}");

    private static bool TryMoment(VmThread thread, Value seconds, out DateTime moment)
    {
        moment = Clock(thread).ReadUtc();
        if (seconds.IsUnbound || seconds.IsNone)
            return true;
        if (!Conversions.TryDouble(thread, seconds, out var number))
            return false;
        var whole = System.Math.Floor(number);
        if (whole is > -62135596800.0 and < 253402300800.0)
        {
            moment = DateTime.UnixEpoch.AddSeconds(whole);
            return true;
        }
        if (System.Math.Abs(whole) < 9e18)
            thread.ValueError("year is out of range");
        else
            thread.OverflowError("timestamp out of range for platform time_t");
        return false;
    }

    private static Value Tuple(VmThread thread, DateTime t, int isDaylight)
    {
        var type = thread.Interpreter.Modules.GetStr(ModuleName).Ref is PyModule module ? module.Dict.GetStr(StructTimeName).Ref as PyType : null;
        if (type is null)
            return thread.RuntimeError("time.struct_time is gone");
        return StructSequence.Make(
            type, Value.Int(t.Year), Value.Int(t.Month), Value.Int(t.Day), Value.Int(t.Hour), Value.Int(t.Minute), Value.Int(t.Second),
            Value.Int(((int)t.DayOfWeek + 6) % 7), Value.Int(t.DayOfYear), Value.Int(isDaylight));
    }

    private static bool TryFields(VmThread thread, Value tuple, string function, out long[] fields)
    {
        fields = [];
        if (tuple.Ref is not PyTuple items)
        {
            thread.TypeError("Tuple or struct_time argument required");
            return false;
        }
        if (items.Items.Length < 9)
        {
            thread.TypeError($"{function}(): illegal time tuple argument");
            return false;
        }
        fields = new long[9];
        for (var i = 0; i < fields.Length; i++)
        {
            if (!Conversions.TryIndex64(thread, items.Items[i], out fields[i]))
                return false;
        }
        // Zero stands for the first month, day and day of the year, as C programs are used to.
        if (function == "mktime")
            return true;
        fields[1] = System.Math.Max(1, fields[1]);
        fields[2] = System.Math.Max(1, fields[2]);
        fields[7] = System.Math.Max(1, fields[7]);
        var wrong = fields[1] > 12 ? "month" : fields[2] is < 0 or > 31 ? "day of month" : fields[3] is < 0 or > 23 ? "hour"
            : fields[4] is < 0 or > 59 ? "minute" : fields[5] is < 0 or > 61 ? "seconds" : fields[7] > 366 ? "day of year" : null;
        fields[6] = (fields[6] % 7 + 7) % 7;
        if (wrong is null)
            return true;
        thread.ValueError($"{wrong} out of range");
        return false;
    }

    private static TimeSpan Daylight(TimeZoneInfo zone) => zone.SupportsDaylightSavingTime ? TimeSpan.FromHours(1) : TimeSpan.Zero;

    private static string ZoneName(TimeZoneInfo zone, bool isDaylight)
    {
        var name = isDaylight && zone.SupportsDaylightSavingTime ? zone.DaylightName : zone.StandardName;
        if (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime)
            return "UTC";
        // Long names are .NET's own; C shows abbreviations.
        return name.Contains(' ', StringComparison.Ordinal) ? string.Concat(name.Split(' ').Select(static word => word[..1])) : name;
    }
}
