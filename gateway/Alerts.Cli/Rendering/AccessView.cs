using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Rendering;

// How a city can be reached, for people. Lines are markup.
internal static class AccessView
{
    // More hide the worst ones, which come first.
    private const int MostWays = 8;

    public static IEnumerable<string> Lines(AccessPicture? access, Timestamp now)
    {
        if (access is null)
        {
            yield return "[grey]Access: not known. This does not mean open.[/]";
            yield break;
        }

        string since = access.SinceTime is null ? "" : $" since {Moments.Utc(access.SinceTime)}";
        yield return $"Access: [{Words.Colour(access.State)} bold]{Words.Of(access.State)}[/]{since} [grey](last heard {Ago(access.LastHeardTime, now)}; only a person reopens)[/]";
        foreach (LevelReason reason in access.Reasons) yield return "  • " + SafeText.Markup(reason.Text.Length > 0 ? reason.Text : reason.Code);
        foreach (string way in Ways(access, now)) yield return "  " + way;
    }

    public static IEnumerable<string> Ways(AccessPicture? access, Timestamp now) => access is null
        ? []
        : access.Ways.Take(MostWays).Select(way =>
            $"[grey]{SafeText.Markup(Name(way))}:[/] [{Words.Colour(way.State)}]{Words.Of(way.State)}[/] [grey]last heard {Ago(way.LastHeardTime, now)}[/]");

    private static string Name(AccessWay way)
    {
        string name = Words.Plain(way.Aspect);
        string axis = way.Axis.Length > 0 ? $" {way.Axis}" : "";
        return way.Toward.Count > 0 ? $"{name}{axis} ({string.Join(", ", way.Toward)})" : $"{name}{axis}";
    }

    private static string Ago(Timestamp? heard, Timestamp? now)
    {
        if (heard is null || now is null) return "at an unknown time";
        int days = (int)(now - heard).ToTimeSpan().TotalDays;
        return days switch { <= 0 => "today", 1 => "1 day ago", _ => $"{days} days ago" };
    }
}
