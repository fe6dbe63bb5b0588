namespace Alerts.Cli.Reading;

// The colours by which a text's evidence and the fields of its reports are matched. Every colour comes with a word beside the text.
internal static class SlotStyle
{
    public const string LeftOut = "grey strikethrough";

    public static string Of(string field) => field.Split('[', '.')[0] switch
    {
        "sub_event_type" or "local_type" => "bold red",
        "sites" => "green",
        "occurred" => "blue",
        "casualties" => "magenta",
        "actors" => "yellow",
        "targets" => "olive",
        "statements" => "aqua",
        _ => "underline",
    };
}
