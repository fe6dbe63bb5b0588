using Alerts.Client.Streaming;
using Alerts.V1;

namespace Alerts.Cli.Watching;

// Shows what a watch brings. Returns when it is written.
internal interface IWatchPrinter
{
    void Frame(StreamAlertsResponse frame);

    void Connection(ConnectionChange change);

    // Nothing has been heard from the server since then: the officer is blind, whatever the cause.
    void OutOfTouch(DateTimeOffset since);
}
