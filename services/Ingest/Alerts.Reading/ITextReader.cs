namespace Alerts.Reading;

/// <summary>Turns a text into the reports that stand in it.</summary>
/// <remarks>Implementations are pure, offline and deterministic: the same input gives the same result. Thread safe.</remarks>
public interface ITextReader
{
    /// <summary>Reads one text.</summary>
    /// <param name="input">The text and what is known about it. Any text is accepted; the caller limits its size. Time grows with its length.</param>
    /// <returns>Reports in the order of the text, none when nothing could be read; the notes then say why.</returns>
    ReadingResult Read(TextInput input);
}
