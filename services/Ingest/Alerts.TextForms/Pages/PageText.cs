using System.Text;
using AngleSharp.Dom;

namespace Alerts.TextForms.Pages;

// The words of a part of a page: block elements are paragraphs, white space is one space. Without recursion, since pages may be deep.
internal sealed class PageText
{
    private readonly StringBuilder _text = new();
    private bool _space;

    public PageText(INode root) => Walk(root);

    // Paragraphs with an empty line between.
    public string Body => _text.ToString().Trim();

    private void Walk(INode root)
    {
        INode? node = root;
        while (node is not null)
        {
            bool enter = node is not IElement element || PageElements.IsShown(element);
            if (node is IText text) Append(text.Data);
            else if (enter && node is IElement begun) Break(begun);
            if (enter && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != root && node!.NextSibling is null)
            {
                node = node.Parent;
                if (node is IElement ended) Break(ended);
            }

            if (node == root) return;
            if (node is IElement left) Break(left);
            node = node.NextSibling;
        }
    }

    private void Append(string data)
    {
        foreach (char c in data)
        {
            if (char.IsWhiteSpace(c))
            {
                _space = true;
                continue;
            }

            if (_space && _text.Length > 0 && _text[^1] != '\n') _text.Append(' ');
            _space = false;
            _text.Append(c);
        }
    }

    private void Break(IElement element)
    {
        string breaks = element.LocalName == "br" ? "\n" : PageElements.IsBlock(element) ? "\n\n" : "";
        if (breaks.Length == 0 || _text.Length == 0) return;
        _space = false;
        int has = _text[^1] != '\n' ? 0 : _text.Length > 1 && _text[^2] == '\n' ? 2 : 1;
        for (; has < breaks.Length; has++) _text.Append('\n');
    }
}
