import LessonKit

/// The addresses of a section's links, numbered from 1 in the order of the text.
struct LinkNotes {
    private var destinations: [String] = []
    private var numbers: [String: Int] = [:]

    /// Nil for a link whose text is its address. One address has one number.
    mutating func number(of link: Inline.Link) -> Int? {
        let text = link.children.plainText
        if link.destination == text || link.destination == "mailto:\(text)" { return nil }
        if let number = numbers[link.destination] { return number }
        destinations.append(link.destination)
        numbers[link.destination] = destinations.count
        return destinations.count
    }

    /// "[1] https://docs.python.org/3/library/asyncio-task.html"; never wrapped.
    var lines: [StyledLine] {
        destinations.enumerated().map { index, destination in
            StyledLine([
                StyledSpan("[\(index + 1)] ", [.link, .mark]), StyledSpan(Sanitizer.line(destination), .link),
            ])
        }
    }

    /// "Link 1: https://docs.python.org/3/library/asyncio-task.html"
    var spokenLines: [StyledLine] {
        destinations.enumerated().map { index, destination in
            StyledLine([StyledSpan("Link \(index + 1): "), StyledSpan(Sanitizer.line(destination), .link)])
        }
    }
}
