using Alerts.Client.Errors;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.Unit.Client;

public sealed class AlertsErrorTests
{
    [Fact]
    public void From_AllDetails_AreDecoded()
    {
        var status = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Message = "two fields are wrong" };
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = "REPORT_INVALID", Domain = "alerts", Metadata = { ["count"] = "2" } }));
        status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "report.sites", Description = "is empty" } } }));
        status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) }));
        AlertsError error = AlertsError.From(status);
        Assert.Equal((StatusCode.InvalidArgument, "REPORT_INVALID", "two fields are wrong"), (error.Code, error.Reason, error.Message));
        Assert.Equal([new FieldError("report.sites", "is empty")], error.Fields);
        Assert.Equal("2", error.Metadata["count"]);
        Assert.Equal(TimeSpan.FromSeconds(2), error.RetryAfter);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public void From_NoDetails_KeepsCodeAndText()
    {
        AlertsError error = AlertsError.From(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "gone")));
        Assert.Equal((StatusCode.Unavailable, "", "gone"), (error.Code, error.Reason, error.Message));
        Assert.Null(error.RetryAfter);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public void From_DetailsAreDamaged_KeepsCodeAndText()
    {
        var trailers = new Metadata { { "grpc-status-details-bin", new byte[] { 0xFF, 0xFF, 0xFF } } };
        AlertsError error = AlertsError.From(new RpcException(new Grpc.Core.Status(StatusCode.Internal, "odd"), trailers));
        Assert.Equal((StatusCode.Internal, "odd"), (error.Code, error.Message));
    }
}
