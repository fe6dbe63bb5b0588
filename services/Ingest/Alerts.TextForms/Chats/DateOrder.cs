namespace Alerts.TextForms.Chats;

// Whether 5/9 is the fifth of September or the ninth of May: exports follow the telephone's settings and do not say which. Pure.
internal static class DateOrder
{
    // A number above 12 is a day. Without one, messages are in order, so the reading that runs backwards less often is right; day first when
    // both are as good, as most of the world writes.
    public static bool IsDayFirst(IReadOnlyList<ChatLine> lines)
    {
        if (lines.Any(l => l.First > 12 && !l.YearFirst)) return true;
        if (lines.Any(l => l.Second > 12)) return false;
        return Backwards(lines, dayFirst: true) <= Backwards(lines, dayFirst: false);
    }

    // Null for a date that no calendar has.
    public static DateTimeOffset? Moment(ChatLine line, bool dayFirst, TimeSpan offset)
    {
        (int day, int month) = line.YearFirst || dayFirst ? (line.First, line.Second) : (line.Second, line.First);
        return line.Year is < 2000 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(line.Year, month)
            ? null
            : new DateTimeOffset(new DateTime(line.Year, month, day) + line.Time, offset);
    }

    private static int Backwards(IReadOnlyList<ChatLine> lines, bool dayFirst)
    {
        int count = 0;
        for (int i = 1; i < lines.Count; i++)
            count += Moment(lines[i], dayFirst, TimeSpan.Zero) < Moment(lines[i - 1], dayFirst, TimeSpan.Zero) ? 1 : 0;
        return count;
    }
}
