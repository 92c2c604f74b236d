/// The fragment by which a link reaches a heading, as code-hosting sites make it.
///
///     HeadingAnchor.of("Run it: what `gather` does")      // "run-it-what-gather-does"
enum HeadingAnchor {
    static func of(_ heading: String) -> String {
        var anchor = ""
        for scalar in heading.lowercased().unicodeScalars {
            if scalar == " " { anchor += "-" }
            if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            {
                anchor.unicodeScalars.append(scalar)
            }
        }
        return anchor
    }
}

extension Lesson.Section {
    /// What stands behind the `#` of a link to this section; nil for the text before the first heading.
    public var anchor: String? { title.map(HeadingAnchor.of) }
}
