using Xunit;

namespace Alerts.Tests.Unit.Gateway.Forwarding;

/// <summary>The same facts in the split form.</summary>
public sealed class ForwardedLimitsTests(ForwardingHost host) : LimitsTests(host), IClassFixture<ForwardingHost>;
