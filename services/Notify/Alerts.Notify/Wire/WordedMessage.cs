using System.Buffers;
using System.Text;
using Alerts.Terms;

namespace Alerts.Notify.Wire;

// How a message says what it says, for one language of those it is stored in: what stands for other languages goes, and the texts of the
// wanted one take the place of the English ones. Words is null where only the messages within it say something. Immutable, thread safe.
internal sealed class WordedMessage(Wording? words, (int Field, WordedMessage Message)[] within)
{
    public byte[] In(ReadOnlySpan<byte> stored, Language language)
    {
        byte[] room = ArrayPool<byte>.Shared.Rent(stored.Length);
        var writer = new FieldWriter(room);
        Write(stored, language, ref writer);
        byte[] said = room[..writer.Written];
        ArrayPool<byte>.Shared.Return(room);
        return said;
    }

    // The same to where the writer stands; no more bytes than are stored.
    public void Write(ReadOnlySpan<byte> stored, Language language, ref FieldWriter writer) =>
        Write(stored, language == Language.English ? [] : Encoding.ASCII.GetBytes(language.Tag), ref writer);

    // An empty tag: English.
    private void Write(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> tag, ref FieldWriter writer)
    {
        bool isReplaced = TryFind(stored, tag, out ReadOnlySpan<byte> own);
        for (var reader = new FieldReader(stored); reader.Read();)
        {
            if (reader.Number == words?.Field || (isReplaced && words!.Replaces(reader.Number)))
                continue;
            if (MessageIn(reader.Number) is { } message)
            {
                int begin = writer.Written;
                writer.Open(reader.Number, reader.Content.Length);
                message.Write(reader.Content, tag, ref writer);
                writer.Shorten(begin, reader.Number, reader.Content.Length);
            }
            else
            {
                writer.Write(reader.Field);
            }
        }

        for (var reader = new FieldReader(own); reader.Read();)
        {
            if (words!.ReplacementOf(reader.Number) is { } replaced)
            {
                writer.Open(replaced, reader.Content.Length);
                writer.Write(reader.Content);
            }
        }
    }

    private bool TryFind(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> tag, out ReadOnlySpan<byte> own)
    {
        own = [];
        if (words is null || tag.IsEmpty)
            return false;
        for (var reader = new FieldReader(stored); reader.Read();)
        {
            if (reader.Number != words.Field || !Value(reader.Content, Wording.MapKey).SequenceEqual(tag))
                continue;
            own = words.IsMessage ? Value(reader.Content, Wording.MapValue) : reader.Content;
            return true;
        }

        return false;
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> entry, int field)
    {
        for (var reader = new FieldReader(entry); reader.Read();)
        {
            if (reader.Number == field)
                return reader.Content;
        }

        return [];
    }

    private WordedMessage? MessageIn(int field)
    {
        foreach ((int candidate, WordedMessage message) in within)
        {
            if (candidate == field)
                return message;
        }

        return null;
    }
}
