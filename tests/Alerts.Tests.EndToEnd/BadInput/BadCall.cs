using Alerts.Tests.EndToEnd.Support;
using Grpc.Core;

namespace Alerts.Tests.EndToEnd.BadInput;

/// <summary>One bad request and how it must be refused.</summary>
/// <param name="Name">What is bad.</param>
/// <param name="Send">Sends it.</param>
/// <param name="Code">The code of the design.</param>
/// <param name="Reason">ErrorInfo's reason.</param>
/// <param name="Field">Path of the field at fault; null when none is.</param>
/// <param name="Http">HTTP status over REST.</param>
internal sealed record BadCall(
    string Name, Func<HostileServer, CancellationToken, Task<Answer>> Send, StatusCode Code, string Reason, string? Field, int Http = Answer.NotRest);
