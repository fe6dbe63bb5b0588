using Alerts.Tests.Unit.Gateway.Forwarding;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.Audit;

/// <summary>The same before services in another process's place.</summary>
public sealed class ForwardedAuditTests(ForwardingHost host) : AuditTests(host), IClassFixture<ForwardingHost>;
