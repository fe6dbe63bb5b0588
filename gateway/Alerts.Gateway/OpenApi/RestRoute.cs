using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Alerts.Gateway.OpenApi;

// One rpc in its REST form, as google.api.http describes it.
internal sealed partial class RestRoute
{
    private RestRoute(MethodDescriptor rpc, HttpRule rule, HttpMethod method, string pattern)
    {
        (Rpc, Method, Body) = (rpc, method, rule.Body);
        var variables = new List<(string Parameter, string Field)>();
        // {name=reports/*}:retract becomes reports/{report}:retract.
        Path = Variable().Replace(pattern, match =>
        {
            string field = match.Groups["field"].Value;
            if (!match.Groups["segments"].Success)
            {
                variables.Add((field, field));
                return $"{{{field}}}";
            }

            string[] segments = match.Groups["segments"].Value.Split('/');
            for (int i = 1; i < segments.Length; i++)
            {
                if (segments[i] != "*")
                    continue;
                string parameter = Singular(segments[i - 1]);
                variables.Add((parameter, field));
                segments[i] = $"{{{parameter}}}";
            }

            return string.Join('/', segments);
        });
        Variables = variables;
    }

    public MethodDescriptor Rpc { get; }

    public HttpMethod Method { get; }

    // With a parameter for each variable part.
    public string Path { get; }

    // "*": the whole request; a field; or empty.
    public string Body { get; }

    // The parameters of the path, each with the field of the request that it is part of.
    public IReadOnlyList<(string Parameter, string Field)> Variables { get; }

    // Null when the rpc has no REST form.
    public static RestRoute? Of(MethodDescriptor rpc)
    {
        HttpRule? rule = rpc.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        return rule?.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => new RestRoute(rpc, rule, HttpMethod.Get, rule.Get),
            HttpRule.PatternOneofCase.Post => new RestRoute(rpc, rule, HttpMethod.Post, rule.Post),
            HttpRule.PatternOneofCase.Put => new RestRoute(rpc, rule, HttpMethod.Put, rule.Put),
            HttpRule.PatternOneofCase.Patch => new RestRoute(rpc, rule, HttpMethod.Patch, rule.Patch),
            HttpRule.PatternOneofCase.Delete => new RestRoute(rpc, rule, HttpMethod.Delete, rule.Delete),
            _ => null,
        };
    }

    private static string Singular(string collection) => collection switch
    {
        [.. var stem, 'i', 'e', 's'] => stem + "y",
        [.. var stem, 'c', 'h', 'e', 's'] => stem + "ch",
        [.. var stem, 's'] => stem,
        _ => collection,
    };

    [GeneratedRegex(@"\{(?<field>[^}=]+)(=(?<segments>[^}]+))?\}")]
    private static partial Regex Variable();
}
