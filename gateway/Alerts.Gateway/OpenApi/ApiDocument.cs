using System.Reflection;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Alerts.Gateway.OpenApi;

// Describes every REST route, made from the protos and their comments: there is no second description that could lag behind. Pure.
internal static class ApiDocument
{
    private const string Package = "alerts.v1";

    // The document in OpenAPI 3.1.
    public static OpenApiDocument Make()
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "Alerts",
                Version = typeof(ApiDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0",
                Description = "Security alerts of cities: report → incident → threat → alert → officer. The same calls over gRPC and gRPC-Web are described by protos/alerts/v1.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            },
            Components = new OpenApiComponents { Schemas = new Dictionary<string, IOpenApiSchema>() },
            Paths = [],
            Tags = new HashSet<OpenApiTag>(),
        };
        document.AddComponent("token", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The token that the server printed, or a key." });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        var schemas = new ApiSchemas(document);
        var operations = new ApiOperations(document, schemas);
        operations.AddErrors();
        foreach (ServiceDescriptor service in Protos().Where(f => f.Package == Package).SelectMany(f => f.Services).OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            RestRoute[] routes = [.. service.Methods.Select(RestRoute.Of).OfType<RestRoute>()];
            if (routes.Length == 0)
                continue;
            document.Tags.Add(new OpenApiTag { Name = service.Name, Description = ApiText.Of(service.Declaration) });
            foreach (RestRoute route in routes)
            {
                if (!document.Paths.TryGetValue(route.Path, out IOpenApiPathItem? path))
                    document.Paths.Add(route.Path, path = new OpenApiPathItem());
                ((OpenApiPathItem)path).AddOperation(route.Method, operations.Of(route));
            }
        }

        return document;
    }

    // The protos with their comments, which the generated code leaves out.
    private static IReadOnlyList<FileDescriptor> Protos()
    {
        using Stream file = typeof(V1.Report).Assembly.GetManifestResourceStream("alerts.binpb") ?? throw new FileNotFoundException("alerts.binpb");
        FileDescriptorSet set = FileDescriptorSet.Parser.ParseFrom(file);
        return FileDescriptor.BuildFromByteStrings(set.File.Select(f => f.ToByteString()), new ExtensionRegistry { AnnotationsExtensions.Http });
    }
}
