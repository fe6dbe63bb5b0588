using Alerts.Terms;

namespace Alerts.Ingest.Reports;

internal sealed record Actor(string Name, ActorType? Type, ActorRole? Role);
