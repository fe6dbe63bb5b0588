using Alerts.Client;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>The server between two kills.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Client">A client of it.</param>
/// <param name="Replaced">Cancelled when the next one listens.</param>
/// <param name="Accepted">Completes with the first report that it accepted.</param>
internal sealed record RunningServer(int Number, AlertsClient Client, CancellationTokenSource Replaced, TaskCompletionSource Accepted);
