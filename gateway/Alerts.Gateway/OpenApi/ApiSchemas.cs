using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alerts.Terms;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Alerts.Gateway.OpenApi;

// The schemas of a document: each message and enum of the protos once, in the JSON form of proto3. Used while the document is made, by one thread.
internal sealed partial class ApiSchemas(OpenApiDocument document)
{
    private const string Status = "Status";

    // Of a field, a list or a map included; with the field's comment.
    public IOpenApiSchema Of(FieldDescriptor field)
    {
        IOpenApiSchema schema = field switch
        {
            { IsMap: true } => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = One(field.MessageType.FindFieldByName("value")) },
            { IsRepeated: true } => new OpenApiSchema { Type = JsonSchemaType.Array, Items = One(field) },
            _ => One(field),
        };
        string comment = ApiText.Of(field.Declaration);
        if (schema is OpenApiSchema own)
        {
            own.Description = comment;
            own.ReadOnly = IsOutputOnly(comment);
        }
        else if (schema is OpenApiSchemaReference reference)
        {
            reference.Description = comment;
            reference.ReadOnly = IsOutputOnly(comment);
        }

        return schema;
    }

    // Of a message. Without: fields that stand elsewhere in the request.
    public IOpenApiSchema Of(MessageDescriptor message, params IReadOnlyCollection<string> without)
    {
        if (KnownForm(message) is { } known)
            return known;
        if (document.Components!.Schemas!.ContainsKey(message.Name))
            return new OpenApiSchemaReference(message.Name, document);
        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = ApiText.Of(message.Declaration), Properties = new Dictionary<string, IOpenApiSchema>() };
        // Before its fields: a message may hold itself.
        document.AddComponent(message.Name, schema);
        foreach (FieldDescriptor field in message.Fields.InDeclarationOrder().Where(f => !without.Contains(f.Name)))
            schema.Properties.Add(field.JsonName, Of(field));
        foreach (OneofDescriptor oneof in message.Oneofs.Where(o => !o.IsSynthetic))
            schema.Description += $"\n\nAt most one of {string.Join(", ", oneof.Fields.Select(f => $"`{f.JsonName}`"))}: {ApiText.Of(oneof.Declaration)}";
        return new OpenApiSchemaReference(message.Name, document);
    }

    // google.rpc.Status with the details that this server sends.
    public IOpenApiSchema OfErrors()
    {
        if (!document.Components!.Schemas!.ContainsKey(Status))
            document.AddComponent(Status, StatusSchema());
        return new OpenApiSchemaReference(Status, document);
    }

    private static bool IsOutputOnly(string comment) => OutputOnly().IsMatch(comment);

    private IOpenApiSchema One(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => Of(field.MessageType),
        FieldType.Enum => Of(field.EnumType),
        FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FieldType.String => new OpenApiSchema { Type = JsonSchemaType.String },
        FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, ContentEncoding = "base64" },
        FieldType.Float or FieldType.Double => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
        // Numbers of 64 bits are texts in the JSON of proto3: JavaScript would round them.
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => new OpenApiSchema { Type = JsonSchemaType.String, Format = "int64" },
        FieldType.UInt64 or FieldType.Fixed64 => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uint64" },
        _ => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
    };

    private OpenApiSchemaReference Of(EnumDescriptor type)
    {
        string name = type.ContainingType is { } owner ? $"{owner.Name}.{type.Name}" : type.Name;
        if (!document.Components!.Schemas!.ContainsKey(name))
        {
            document.AddComponent(name, new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = string.Join('\n', [ApiText.Of(type.Declaration), "", .. type.Values.Select(v => $"- `{v.Name}`: {ApiText.Of(v.Declaration)}")]),
                Enum = [.. type.Values.Select(v => (JsonNode)v.Name)],
            });
        }

        return new OpenApiSchemaReference(name, document);
    }

    // The messages that JSON writes in a form of their own.
    private IOpenApiSchema? KnownForm(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        "google.protobuf.Duration" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^-?[0-9]+(\.[0-9]{1,9})?s$" },
        "google.protobuf.FieldMask" => new OpenApiSchema { Type = JsonSchemaType.String },
        "google.rpc.Status" => OfErrors(),
        _ => null,
    };

    private static OpenApiSchema StatusSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "google.rpc.Status: why a request was refused. Nothing of it was done, unless the reason says otherwise.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "google.rpc.Code." },
            ["message"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For people: what was wrong and what to do." },
            ["details"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { OneOf = [ReasonSchema(), FieldsSchema(), RetrySchema()] },
            },
        },
    };

    private static OpenApiSchema ReasonSchema() => Detail("google.rpc.ErrorInfo", "Always there. A program goes by the reason; new ones may appear.", new()
    {
        ["reason"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. typeof(ErrorReasons).GetFields().Where(f => f.Name != nameof(ErrorReasons.Domain)).Select(f => (string)f.GetRawConstantValue()!).Append("INTERNAL").Select(r => (JsonNode)r)],
        },
        ["domain"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = ErrorReasons.Domain },
        ["metadata"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String } },
    });

    private static OpenApiSchema FieldsSchema() => Detail("google.rpc.BadRequest", "Which fields are wrong.", new()
    {
        ["fieldViolations"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["field"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Path of the field, such as `report.sites[0].reference`." },
                    ["description"] = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        },
    });

    private static OpenApiSchema RetrySchema() => Detail("google.rpc.RetryInfo", "A repeat may help after this delay.", new()
    {
        ["retryDelay"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^[0-9]+(\.[0-9]{1,9})?s$" },
    });

    private static OpenApiSchema Detail(string type, string description, Dictionary<string, IOpenApiSchema> properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Required = new HashSet<string> { "@type" },
        Properties = new Dictionary<string, IOpenApiSchema>(properties) { ["@type"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = $"type.googleapis.com/{type}" } },
    };

    [GeneratedRegex(@"\bOutput only\b")]
    private static partial Regex OutputOnly();
}
