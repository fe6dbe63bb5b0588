using Grpc.Core;

namespace Alerts.Platform.Errors;

// A caller's stream, of which a message that cannot be read is a refusal and not a fault of ours.
internal sealed class ReadableStream<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await inner.MoveNext(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && UnreadableMessage.Of(e) is { } refusal)
        {
            throw refusal;
        }
    }
}
