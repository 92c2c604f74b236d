import ConcurrencyKit

/// A timeline as a picture for web pages and documents: SVG without scripts or fonts, whose every fact is also in words.
public struct TimelineSVG: Sendable {
    private let run: TracedRun
    private let id: String
    private let title: String
    private let body: SVGBody

    /// - Parameters:
    ///   - id: Of the picture, unique on its page: ASCII letters, digits and hyphens; other characters are left out. Without
    ///     one, it is made of the run's title.
    ///   - title: What a screen reader says first. Without one, the run's own.
    ///   - all: every task has its lane, however many there are.
    public init(_ run: TracedRun, id: String? = nil, title: String? = nil, all: Bool = false) {
        self.run = run
        let id = id ?? "timeline-\(run.title.replacing(" ", with: "-"))"
        let known = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        // An id that begins with a digit is none that a style sheet can name.
        self.id = known.first.map { $0.isLetter ? known : "t-\(known)" } ?? "timeline"
        self.title = title ?? "Timeline of \(run.title)"
        body = SVGBody(run.timeline, all: all)
    }

    /// One `svg` element, which is also a file. Closed by a newline.
    public var text: String {
        let description = TimelineSentences(run.timeline).text.split(separator: "\n").map {
            SVGText.escaped(String($0))
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" id="\(id)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
            viewBox="0 0 \(SVGText.number(SVGBody.width)) \(SVGText.number(body.height))" \
            width="\(SVGText.number(SVGBody.width))" height="\(SVGText.number(body.height))">
            <title id="\(id)-title">\(SVGText.escaped(title))</title>
            <desc id="\(id)-desc">\(description.joined(separator: "\n"))</desc>
            <style>
            \(SVGStyle.css(id: id))
            </style>
            <rect width="100%" height="100%" fill="var(--paper)"/>
            \(body.elements.joined(separator: "\n"))
            </svg>

            """
    }

    /// The picture with a caption below it, and what happened as a table that can be unfolded.
    public func figure(caption: String) -> String {
        let rows = TraceExport.text(run.trace).split(separator: "\n").map { line in
            // "   150 ms  fetch-B throws NetError"
            let line = line.drop { $0 == " " }
            let time = line.prefix { $0 != " " }
            let fact = line.dropFirst(time.count + 5)
            return "<tr><td>\(SVGText.escaped(String(time))) ms</td><td>\(SVGText.escaped(String(fact)))</td></tr>"
        }
        return """
            <figure class="timeline">
            \(text)<figcaption>\(SVGText.escaped(caption))</figcaption>
            <details><summary>Event table</summary>
            <table><thead><tr><th scope="col">Time</th><th scope="col">Event</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>
            </details>
            </figure>

            """
    }
}
