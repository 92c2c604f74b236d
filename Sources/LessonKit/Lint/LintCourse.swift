/// A course as the rules see it: everything read, nothing on the disk any more.
public struct LintCourse: Sendable {
    /// The folder of lessons, as it is named in positions.
    public let folder: String
    /// By number.
    public let entries: [Catalog.Entry]
    /// What is wrong with the course's other files, as the catalog reads them.
    public let courseDiagnostics: [Diagnostic]
    /// The texts of the course by their paths below the folder: `07-gather/demo.swift`, `glossary.md`.
    public let texts: [String: String]
    /// Every file and folder below the folder, pictures included.
    public let paths: Set<String>
    /// The folder names of the lessons to be looked at; nil for the whole course. Rules about the course as a whole, such
    /// as an unused misconception, are silent where only a part of it is looked at.
    public let selection: Set<String>?

    public init(
        folder: String,
        entries: [Catalog.Entry],
        courseDiagnostics: [Diagnostic] = [],
        texts: [String: String],
        paths: Set<String>,
        selection: Set<String>? = nil
    ) {
        self.folder = folder
        self.entries = entries.filter { selection?.contains($0.folderName) ?? true }
        self.courseDiagnostics = selection == nil ? courseDiagnostics : []
        self.texts = texts
        self.paths = paths
        self.selection = selection
    }

    /// The lessons that could be read.
    public var lessons: [Lesson] { entries.compactMap(\.value) }

    /// `glossary.md` is `Lessons/glossary.md`.
    func path(of file: String) -> String { "\(folder)/\(file)" }

    /// `Lessons/07-gather/lesson.md` is `07-gather/lesson.md`.
    func relative(_ path: String) -> String {
        path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    }

    /// A Markdown file that is no lesson: `glossary.md`. Nil if there is none.
    func document(_ file: String) -> MarkdownDocument? {
        texts[file].map { MarkdownDocument(parsing: $0, file: path(of: file)) }
    }

    static let glossary = "glossary.md"
    static let misconceptions = "misconceptions.md"
}
