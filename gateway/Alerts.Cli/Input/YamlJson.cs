using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alerts.Cli.Input;

// One YAML document as JSON. Anchors and aliases are refused: they could unfold to any size.
internal sealed class YamlJson(string text, int maxDepth)
{
    private readonly Parser _parser = new(new StringReader(text));

    public JsonNode? ToJson()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;
        _parser.Consume<DocumentStart>();
        JsonNode? root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _)) throw new YamlException("only one document is read; put several reports into one list");
        return root;
    }

    private JsonNode? Node(int depth)
    {
        if (depth > maxDepth) throw new YamlException(_parser.Current!.Start, _parser.Current.End, "nested too deep");
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw new YamlException(_parser.Current.Start, _parser.Current.End, "anchors and aliases are not taken");
        if (_parser.TryConsume<Scalar>(out Scalar? scalar)) return Value(scalar);
        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JsonArray();
            while (!_parser.TryConsume<SequenceEnd>(out _)) list.Add(Node(depth + 1));
            return list;
        }

        _parser.Consume<MappingStart>();
        var map = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = _parser.Consume<Scalar>();
            if (!map.TryAdd(key.Value, Node(depth + 1))) throw new YamlException(key.Start, key.End, $"'{key.Value}' stands twice");
        }

        return map;
    }

    // The core schema of YAML 1.2, which has no "no" for Norway. Proto3 JSON takes dates and codes as text.
    private static JsonValue? Value(Scalar scalar)
    {
        string value = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain) return JsonValue.Create(value);
        if (value is "" or "~" or "null" or "Null" or "NULL") return null;
        if (value is "true" or "True" or "TRUE") return JsonValue.Create(true);
        if (value is "false" or "False" or "FALSE") return JsonValue.Create(false);
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)) return JsonValue.Create(whole);
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(value);
    }
}
