namespace Alerts.Reading.Frame;

// A run of words of the document: first word, the word behind the last, its paragraph, and the list item it belongs to (0 for none).
internal readonly record struct Sentence(int First, int End, int Paragraph, int Item);
