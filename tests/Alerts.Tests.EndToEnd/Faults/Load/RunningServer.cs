using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>One start of the server.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Process">The process.</param>
/// <param name="Client">A client of it.</param>
/// <param name="Replaced">Cancelled when the next one listens.</param>
/// <param name="Accepted">Completes with the first report that it accepted.</param>
internal sealed record RunningServer(int Number, AlertsProcess Process, AlertsClient Client, CancellationTokenSource Replaced, TaskCompletionSource Accepted);
