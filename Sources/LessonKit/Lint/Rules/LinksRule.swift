extension LintRule {
    static let links = LintRule(
        "links",
        "Every link and picture leads to a file of the course, to a heading in it, or to an address of the web."
    ) { course in
        let targets = LinkTargets(course)
        return course.linkedBlocks.flatMap(\.runs).flatMap(\.inlines).flatMap(\.withInner).compactMap { inline in
            switch inline {
            case .link(let link): targets.problem(with: link.destination, from: link.position)
            case .image(let image): targets.problem(with: image.source, from: image.position)
            default: nil
            }
        }
    }
}

/// What a link of a course can lead to. Nothing is fetched.
struct LinkTargets {
    private let course: LintCourse

    init(_ course: LintCourse) { self.course = course }

    func problem(with destination: String, from position: SourcePosition) -> Diagnostic? {
        if let scheme = destination.firstIndex(of: ":"), !destination[..<scheme].contains("/") {
            return webProblem(destination, scheme: destination[..<scheme]).map { Diagnostic(at: position, $0) }
        }
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let here = course.relative(position.file)
        guard let file = parts[0].isEmpty ? here : resolved(parts[0], from: here) else {
            return Diagnostic(at: position, "'\(destination)' leads out of the course")
        }
        guard course.paths.contains(file) else {
            let clause = Suggestion.clause(for: file, among: course.paths.sorted())
            return Diagnostic(at: position, "'\(destination)' leads to no file: there is no '\(file)'\(clause)")
        }
        guard parts.count == 2, let document = course.document(file) else { return nil }
        let anchors = Self.anchors(document)
        if anchors.contains(parts[1]) { return nil }
        let clause = Suggestion.clause(for: parts[1], among: anchors)
        return Diagnostic(at: position, "'\(file)' has no heading '#\(parts[1])'\(clause)")
    }

    private func webProblem(_ destination: String, scheme: Substring) -> String? {
        switch scheme.lowercased() {
        case "https":
            let host = destination.dropFirst("https://".count).prefix { $0 != "/" }
            let isWhole = destination.hasPrefix("https://") && host.contains(".") && !destination.contains(" ")
            return isWhole ? nil : "'\(destination)' is no whole address"
        case "http": return "'\(destination)' is not encrypted; write 'https://'"
        case "mailto": return nil
        default: return "'\(scheme):' is no link that every reader can follow; write 'https://' or a path"
        }
    }

    /// `../glossary.md` seen from `07-gather/lesson.md` is `glossary.md`; nil if it leads out of the course.
    private func resolved(_ path: String, from file: String) -> String? {
        guard !path.hasPrefix("/") else { return nil }
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(String(part))
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }

    /// As code-hosting sites make them of headings: small letters, hyphens for spaces, no other marks; a second one of the
    /// same name has `-1` behind it.
    static func anchors(_ document: MarkdownDocument) -> [String] {
        var counts: [String: Int] = [:]
        return document.blocks.filter(\.isHeading).map { block in
            let kept = block.plainText.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
            let anchor = String(kept.map { $0 == " " ? "-" : $0 })
            let count = counts[anchor, default: 0]
            counts[anchor] = count + 1
            return count == 0 ? anchor : "\(anchor)-\(count)"
        }
    }
}
