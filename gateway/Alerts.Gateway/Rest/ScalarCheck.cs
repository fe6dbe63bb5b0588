using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Alerts.Gateway.Rest;

/// <summary>Checks one value, written as text, against the type of its proto field.</summary>
internal static class ScalarCheck
{
    /// <summary>What is wrong with a value; null when nothing is. Never repeats the value.</summary>
    public static string? Problem(FieldDescriptor field, string text) => field.FieldType switch
    {
        FieldType.Bool => text is "true" or "false" ? null : "Must be true or false.",
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Within(text, int.MinValue, int.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => Within(text, 0, uint.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Within(text, long.MinValue, long.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => Within(text, 0, ulong.MaxValue),
        FieldType.Double or FieldType.Float => Finite(text),
        FieldType.Enum => OneOf(field.EnumType, text),
        FieldType.Bytes => Base64.IsValid(text) ? null : "Must be base64.",
        FieldType.Message or FieldType.Group => WellKnown(field.MessageType, text),
        _ => null,
    };

    /// <summary>Whether a message is written as one JSON value, as a time or a duration is.</summary>
    public static bool IsText(MessageDescriptor type) => type.FullName is "google.protobuf.Timestamp" or "google.protobuf.Duration" or "google.protobuf.FieldMask";

    private static string? Within(string text, Int128 lowest, Int128 highest) =>
        !Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 value) ? "Must be a whole number."
        : value < lowest || value > highest ? $"Must be between {lowest} and {highest}."
        : null;

    private static string? Finite(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? null : "Must be a finite number.";

    private static string? OneOf(EnumDescriptor type, string text)
    {
        bool known = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? type.FindValueByNumber(number) is not null
            : type.FindValueByName(text) is not null;
        return known ? null : $"Must be one of {string.Join(", ", type.Values.Select(v => v.Name))}.";
    }

    private static string? WellKnown(MessageDescriptor type, string text)
    {
        try
        {
            JsonParser.Default.Parse(JsonSerializer.Serialize(text), type);
            return null;
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException or ArgumentException or FormatException)
        {
            return type.Name switch
            {
                "Timestamp" => "Must be a time such as 2024-09-17T05:05:00Z, of the years 1 to 9999.",
                "Duration" => "Must be a number of seconds such as 15s or 0.5s.",
                _ => "Must be field names in lowerCamelCase with commas between, such as displayName.",
            };
        }
    }
}
