namespace Alerts.Reading.Lexicons;

// A phrase found in a text: what it means, its first word, its words, its chars.
internal sealed record PhraseMatch<T>(T Value, int Word, int WordCount, TextSpan Span);
