namespace Alerts.TextForms.Plain;

// A plain text: as it is, but for the headers of messages that it forwards. Pure.
internal static class PlainReducer
{
    public static ReducedText Reduce(string text, TimeSpan offset)
    {
        (string body, ForwardedHeader? first) = ForwardedText.Split(text, offset);
        return first is null ? new ReducedText { Form = TextForm.Plain, Body = body } : new ReducedText
        {
            Form = TextForm.Plain,
            Title = first.Subject,
            Body = body,
            SentTime = first.SentTime,
            Sender = first.Sender,
            Forwarded = true,
        };
    }
}
