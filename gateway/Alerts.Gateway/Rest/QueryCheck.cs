using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Alerts.Gateway.Rest;

/// <summary>Checks the query of a transcoded request: only fields that stand neither in the path nor in the body, with values of their type.</summary>
internal static partial class QueryCheck
{
    public static void Check(IQueryCollection query, MessageDescriptor type, HttpRule rule, Violations found)
    {
        if (query.Count == 0)
            return;
        List<string> taken = [.. PathVariable().Matches(Pattern(rule)).Select(m => m.Groups[1].Value)];
        if (rule.Body is not ("" or "*"))
            taken.Add(rule.Body);
        foreach ((string name, StringValues values) in query)
        {
            FieldDescriptor? field = rule.Body == "*" ? null : Find(type, name, out string path) is { } known && !IsTaken(path, taken) ? known : null;
            if (field is null)
                found.Add(name, "Is not a query parameter of this request.");
            else if (!field.IsRepeated && values.Count > 1)
                found.Add(name, "Is given more than once.");
            else if (values.Select(v => ScalarCheck.Problem(field, v ?? "")).FirstOrDefault(p => p is not null) is { } problem)
                found.Add(name, problem);
        }
    }

    private static bool IsTaken(string path, List<string> taken) => taken.Any(t => path == t || path.StartsWith($"{t}.", StringComparison.Ordinal));

    // A field that can stand in a query: a scalar, a list of scalars, or a message that is written as text; inside messages by dots.
    private static FieldDescriptor? Find(MessageDescriptor type, string name, out string path)
    {
        string[] steps = name.Split('.');
        var names = new string[steps.Length];
        FieldDescriptor? field = null;
        path = "";
        for (int i = 0; i < steps.Length; i++)
        {
            MessageDescriptor? owner = i == 0 ? type : field is { FieldType: FieldType.Message, IsRepeated: false } && !ScalarCheck.IsText(field.MessageType) ? field.MessageType : null;
            field = owner?.FindFieldByName(steps[i]) ?? owner?.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == steps[i]);
            if (field is null)
                return null;
            names[i] = field.Name;
        }

        path = string.Join('.', names);
        return field!.IsMap || (field.FieldType == FieldType.Message && !ScalarCheck.IsText(field.MessageType)) ? null : field;
    }

    private static string Pattern(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => rule.Get,
        HttpRule.PatternOneofCase.Post => rule.Post,
        HttpRule.PatternOneofCase.Put => rule.Put,
        HttpRule.PatternOneofCase.Patch => rule.Patch,
        HttpRule.PatternOneofCase.Delete => rule.Delete,
        _ => rule.Custom?.Path ?? "",
    };

    [GeneratedRegex(@"\{([^}=]+)")]
    private static partial Regex PathVariable();
}
