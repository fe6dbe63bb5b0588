using Xunit;

namespace Alerts.Tests.Unit.Gateway.Forwarding;

/// <summary>The same facts in the split form.</summary>
public sealed class ForwardedRestErrorTests(ForwardingHost host) : RestErrorTests(host), IClassFixture<ForwardingHost>;
