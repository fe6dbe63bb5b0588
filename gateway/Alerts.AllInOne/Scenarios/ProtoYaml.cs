using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.AllInOne.Scenarios;

// Reads a message from YAML. The message's descriptor decides how a scalar is read, so nobody has to quote dates, and a
// misspelt field or code is reported with its own line, which the JSON parser cannot do.
internal static class ProtoYaml
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default);

    public static T Read<T>(YamlField field)
        where T : IMessage<T>, new()
    {
        JsonObject json = Message(field, new T().Descriptor);
        try
        {
            return Parser.Parse<T>(json.ToJsonString());
        }
        catch (InvalidProtocolBufferException error)
        {
            throw field.Wrong(error.Message, error);
        }
    }

    public static EnumValueDescriptor Code(YamlField field, EnumDescriptor codes) =>
        codes.FindValueByName(field.Text())
            ?? throw field.Wrong($"\"{field.Text()}\" is not a {codes.Name}: {string.Join(", ", codes.Values.Select(v => v.Name))}");

    private static JsonObject Message(YamlField field, MessageDescriptor descriptor)
    {
        var json = new JsonObject();
        foreach ((string name, YamlField member) in field.Members())
        {
            FieldDescriptor type = descriptor.FindFieldByName(name)
                ?? throw member.Wrong($"{descriptor.Name} has no such field; it has {string.Join(", ", descriptor.Fields.InDeclarationOrder().Select(f => f.Name))}");
            json[name] = type.IsRepeated
                ? new JsonArray([.. member.Items().Select(item => Value(item, type))])
                : Value(member, type);
        }

        return json;
    }

    private static JsonNode Value(YamlField field, FieldDescriptor type) => type.FieldType switch
    {
        FieldType.Message when type.MessageType.FullName == Timestamp.Descriptor.FullName => field.Instant().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        FieldType.Message => Message(field, type.MessageType),
        FieldType.Enum => Code(field, type.EnumType).Name,
        FieldType.Bool => bool.TryParse(field.Text(), out bool yes) ? yes : throw field.Wrong("must be true or false"),
        FieldType.Int32 => int.TryParse(field.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole)
            ? whole
            : throw field.Wrong("must be a whole number"),
        FieldType.Double => double.TryParse(field.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw field.Wrong("must be a number"),
        FieldType.String => field.Text(),
        _ => throw field.Wrong($"fields of type {type.FieldType} are not read from scenarios"),
    };
}
