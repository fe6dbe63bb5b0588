using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Alerts.Gateway.OpenApi;

// The operations of a document: one for each rpc with a REST form. Used while the document is made, by one thread.
internal sealed class ApiOperations(OpenApiDocument document, ApiSchemas schemas)
{
    private const string Json = "application/json";

    // Filters hold filters of places; nothing in a query is deeper.
    private const int DeepestQuery = 3;

    public OpenApiOperation Of(RestRoute route)
    {
        string comment = ApiText.Of(route.Rpc.Declaration);
        var operation = new OpenApiOperation
        {
            OperationId = route.Rpc.Name,
            Summary = ApiText.Summary(comment),
            Description = comment,
            Tags = new HashSet<OpenApiTagReference> { new(route.Rpc.Service.Name, document) },
            Parameters = [.. PathParameters(route), .. QueryParameters(route)],
            Responses = Responses(route),
        };
        if (route.Body.Length > 0)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType> { [Json] = new OpenApiMediaType { Schema = BodySchema(route) } },
            };
        }

        return operation;
    }

    // Adds what the operations refer to.
    public void AddErrors()
    {
        foreach ((string status, string description) in ApiErrors.All)
        {
            document.AddComponent(ApiErrors.NameOf(status), new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType> { [Json] = new OpenApiMediaType { Schema = schemas.OfErrors() } },
            });
        }
    }

    private static IEnumerable<IOpenApiParameter> PathParameters(RestRoute route) => route.Variables.Select(v => new OpenApiParameter
    {
        Name = v.Parameter,
        In = ParameterLocation.Path,
        Required = true,
        Description = $"The id within {ApiText.Of(Field(route.Rpc.InputType, v.Field)?.Declaration)}",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static FieldDescriptor? Field(MessageDescriptor message, string path)
    {
        FieldDescriptor? field = null;
        foreach (string step in path.Split('.'))
            field = (field is null ? message : field.MessageType).FindFieldByName(step);
        return field;
    }

    private IEnumerable<IOpenApiParameter> QueryParameters(RestRoute route) => route.Body == "*"
        ? []
        : Flatten(route.Rpc.InputType, "", 1).Where(f => f.Path != route.Body && route.Variables.All(v => v.Field != f.Path) && !f.Path.StartsWith($"{route.Body}.", StringComparison.Ordinal))
            .Select(f => new OpenApiParameter
            {
                Name = f.Path,
                In = ParameterLocation.Query,
                Description = ApiText.Of(f.Field.Declaration),
                Schema = schemas.Of(f.Field),
                // A list is given by repeating the parameter.
                Explode = f.Field.IsRepeated,
            });

    // Fields that can stand in a query: scalars and lists of them; those of messages by dots.
    private static IEnumerable<(string Path, FieldDescriptor Field)> Flatten(MessageDescriptor message, string prefix, int depth)
    {
        foreach (FieldDescriptor field in message.Fields.InDeclarationOrder())
        {
            string path = prefix + field.Name;
            bool isText = field.FieldType != FieldType.Message || field.MessageType.File.Package == "google.protobuf";
            if (isText && !field.IsMap)
                yield return (path, field);
            else if (!field.IsRepeated && depth < DeepestQuery)
            {
                foreach ((string Path, FieldDescriptor Field) inner in Flatten(field.MessageType, $"{path}.", depth + 1))
                    yield return inner;
            }
        }
    }

    private IOpenApiSchema BodySchema(RestRoute route)
    {
        MessageDescriptor request = route.Rpc.InputType;
        return route.Body == "*"
            ? schemas.Of(request, [.. route.Variables.Select(v => v.Field)])
            : schemas.Of(request.FindFieldByName(route.Body).MessageType);
    }

    private OpenApiResponses Responses(RestRoute route)
    {
        var answer = new OpenApiMediaType { Schema = schemas.Of(route.Rpc.OutputType) };
        var responses = new OpenApiResponses
        {
            ["200"] = route.Rpc.IsServerStreaming
                ? new OpenApiResponse
                {
                    Description = "A line of JSON for each message, for as long as both sides hold the connection; with `Accept: text/event-stream` each is an event.",
                    Content = new Dictionary<string, IOpenApiMediaType> { [Json] = answer, ["text/event-stream"] = answer },
                }
                : new OpenApiResponse { Description = ApiText.Of(route.Rpc.OutputType.Declaration), Content = new Dictionary<string, IOpenApiMediaType> { [Json] = answer } },
        };
        foreach (string status in ApiErrors.Of(route))
            responses[status] = new OpenApiResponseReference(ApiErrors.NameOf(status), document);
        return responses;
    }
}
