using Alerts.Platform.Storage;

namespace Alerts.Platform.Messaging;

// An event that waits to be published. Turn: of the commit that it is part of.
internal readonly record struct OutboxRow(long Sequence, byte[] Body, WriterTurn Turn);
