using Alerts.Tests.Unit.Gateway.Forwarding;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.People;

/// <summary>The same before services in another process's place.</summary>
public sealed class ForwardedSignInTests(ForwardingHost host) : SignInTests(host), IClassFixture<ForwardingHost>;
