namespace Alerts.Reading.Frame;

// A run of words of the document: first word, and the word behind the last.
internal readonly record struct Sentence(int First, int End);
