namespace Alerts.Reading.Frame;

// A run of words of the document: first word, the word behind the last, its paragraph, the list item it belongs to (0 for none), and which
// of the sentences is the heading that it stands under (-1 for none).
internal readonly record struct Sentence(int First, int End, int Paragraph, int Item, int Heading = -1);
