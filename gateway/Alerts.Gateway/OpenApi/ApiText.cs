using Google.Protobuf.Reflection;

namespace Alerts.Gateway.OpenApi;

// The words of the protos.
internal static class ApiText
{
    // The comment before a declaration, its lines joined; paragraphs stay apart. Empty when there is none.
    public static string Of(DescriptorDeclaration? declaration) =>
        string.Join("\n\n", (declaration?.LeadingComments ?? "").Split("\n\n").Select(p => string.Join(' ', p.Split('\n').Select(l => l.Trim())).Trim())).Trim();

    // Its first sentence, without the full stop.
    public static string Summary(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
