using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Google.Protobuf.Reflection;

namespace Alerts.Gateway.Rest;

/// <summary>
/// Walks a JSON body along the descriptor of its message and names every field that does not fit, by its proto path. What passes
/// here becomes exactly the message that the caller wrote: nothing unknown is dropped.
/// </summary>
internal static class BodyCheck
{
    /// <summary>Deepest nesting; the deepest request of the protos needs 7.</summary>
    public const int MaxDepth = 32;

    private const string Whole = "body";

    /// <returns>Bytes of UTF-8 in all strings, without the escapes of JSON.</returns>
    public static long Check(ReadOnlySpan<byte> body, MessageDescriptor type, string path, Violations found)
    {
        if (!Utf8.IsValid(body))
        {
            found.Add(Whole, "Is not valid UTF-8.");
            return 0;
        }

        var walk = new Walk(found);
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
                walk.Message(ref reader, type, path);
            else
                walk.Mismatch(ref reader, path.Length == 0 ? Whole : path, "Must be a JSON object.");
            // Reads to the end: a second value behind the first is malformed.
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            found.Add(Whole, $"Is malformed JSON, or nested deeper than {MaxDepth}, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }

        return walk.StringBytes;
    }

    private sealed class Walk(Violations found)
    {
        public long StringBytes { get; private set; }

        // The reader stands at the start of the object.
        public void Message(ref Utf8JsonReader reader, MessageDescriptor type, string path)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string? name = Text(ref reader);
                FieldDescriptor? field = name is null ? null : Find(type, name);
                reader.Read();
                string child = Join(path, field?.Name ?? name ?? "?");
                if (field is null)
                    Mismatch(ref reader, child, $"{type.Name} has no such field.");
                else if (!seen.Add(field.Name))
                    Mismatch(ref reader, child, "Is given twice.");
                else if (reader.TokenType == JsonTokenType.Null)
                    continue;
                else if (field.RealContainingOneof is { } oneof && !seen.Add($"oneof {oneof.Name}"))
                    Mismatch(ref reader, child, $"Only one of {string.Join(", ", oneof.Fields.Select(f => f.Name))} may be set.");
                else if (field.IsMap)
                    Map(ref reader, field, child);
                else if (field.IsRepeated)
                    List(ref reader, field, child);
                else
                    Value(ref reader, field, child);
            }
        }

        public void Mismatch(ref Utf8JsonReader reader, string path, string problem)
        {
            found.Add(path, problem);
            reader.Skip();
        }

        private void List(ref Utf8JsonReader reader, FieldDescriptor field, string path)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                Mismatch(ref reader, path, "Must be a list.");
                return;
            }

            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                Value(ref reader, field, $"{path}[{i}]");
        }

        private void Map(ref Utf8JsonReader reader, FieldDescriptor field, string path)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Mismatch(ref reader, path, "Must be a JSON object.");
                return;
            }

            FieldDescriptor value = field.MessageType.FindFieldByNumber(2);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string key = Text(ref reader) ?? "?";
                reader.Read();
                Value(ref reader, value, $"{path}[{key}]");
            }
        }

        private void Value(ref Utf8JsonReader reader, FieldDescriptor field, string path)
        {
            bool message = field.FieldType == FieldType.Message && !ScalarCheck.IsText(field.MessageType);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when message:
                    Message(ref reader, field.MessageType, path);
                    break;
                case JsonTokenType.String when !message && field.FieldType != FieldType.Bool:
                    Report(path, Text(ref reader) is { } text ? ScalarCheck.Problem(field, text) : "Is not valid Unicode.");
                    break;
                case JsonTokenType.Number when IsNumber(field):
                    Report(path, ScalarCheck.Problem(field, Encoding.UTF8.GetString(reader.ValueSpan)));
                    break;
                case JsonTokenType.True or JsonTokenType.False when field.FieldType == FieldType.Bool:
                    break;
                default:
                    Mismatch(ref reader, path, $"Must be {Wanted(field)}.");
                    break;
            }
        }

        private void Report(string path, string? problem)
        {
            if (problem is not null)
                found.Add(path, problem);
        }

        // Null when an escape stands for half a character.
        private string? Text(ref Utf8JsonReader reader)
        {
            try
            {
                string text = reader.GetString()!;
                StringBytes += reader.ValueIsEscaped ? Encoding.UTF8.GetByteCount(text) : reader.ValueSpan.Length;
                return text;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        private static FieldDescriptor? Find(MessageDescriptor type, string name) =>
            type.FindFieldByName(name) ?? type.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == name);

        private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

        private static bool IsNumber(FieldDescriptor field) =>
            field.FieldType is not (FieldType.Bool or FieldType.String or FieldType.Bytes or FieldType.Message or FieldType.Group);

        private static string Wanted(FieldDescriptor field) => field.FieldType switch
        {
            FieldType.Bool => "true or false",
            FieldType.String or FieldType.Bytes => "a string",
            FieldType.Enum => "the name of a value, as a string",
            FieldType.Message => ScalarCheck.IsText(field.MessageType) ? "a string" : "a JSON object",
            _ => "a number",
        };
    }
}
