import LessonKit

/// A picture in a lesson, and what the tutor draws now.
struct PictureChange: Sendable, Equatable {
    let picture: DemoPicture
    let drawing: String

    /// Nil if they are the same.
    init?(_ picture: DemoPicture, _ run: TracedRun) {
        let form: TimelineView.Form = picture.view == .timeline ? .lanes : .steps
        drawing = TimelineView(form).text(of: run)
        self.picture = picture
        guard drawing != picture.text else { return nil }
    }

    var diagnostic: Diagnostic {
        let difference = TextDifference(picture.text, drawing)
        let position = SourcePosition(file: picture.position.file, line: picture.position.line + difference.line)
        return Diagnostic(at: position, difference.words(said: "this line is", now: "the tutor draws"))
    }

    /// Whether the drawing can be put there: in a list or a quote it would have to be moved to the right.
    var isPossible: Bool { picture.position.column == 1 }

    /// Puts the drawings into a lesson's text.
    ///
    /// - Parameter changes: of this lesson, all of them possible.
    /// - Returns: the text, and what was changed, in the order of the text.
    static func applied(_ changes: [PictureChange], to text: String) -> (text: String, changes: [Diagnostic]) {
        // By scalars: CR and LF together are one character.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let ending = text.unicodeScalars.contains("\r") ? "\r" : ""
        let ordered = changes.sorted { $0.picture.position.line < $1.picture.position.line }
        for change in ordered.reversed() {
            let first = change.picture.position.line
            let present = first..<(first + change.picture.text.count(where: \.isNewline))
            let wanted = change.drawing.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            lines.replaceSubrange(present, with: wanted.map { $0 + ending })
        }
        let words = ordered.map {
            Diagnostic(at: $0.picture.position, "the picture is what '\($0.picture.demo ?? "")' does again")
        }
        return (lines.joined(separator: "\n"), words)
    }
}
