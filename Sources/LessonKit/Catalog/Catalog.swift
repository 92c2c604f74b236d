/// A course: the lessons of a folder, in order. The one part of LessonKit that reads the disk.
///
///     let catalog = try Catalog(folder: "Lessons")
///     catalog.lesson(matching: "gather")
///
/// A lesson that is broken does not hide the others: it is there with its diagnostics.
public struct Catalog: Sendable {
    /// The path that the lessons were read from.
    public let folder: String
    /// By number.
    public let entries: [Entry]
    /// The ways through the course, in the order of its `paths.md`; none if it has no such file.
    public let paths: Result<[CoursePath], DiagnosticList>

    /// One lesson folder, `07-gather`.
    public struct Entry: Sendable {
        public let number: Int
        public let id: String
        /// The path of the folder.
        public let folder: String
        public let lesson: Result<Lesson, DiagnosticList>

        /// The lesson, if it could be read.
        public var value: Lesson? { try? lesson.get() }
    }

    /// Reads every folder `NN-id` in `folder`; other folders and files are passed over.
    ///
    /// Throws a ``DiagnosticList`` if the folder cannot be read or has no lesson. What is wrong with single lessons,
    /// and between them (a number, an id or a question's id used twice, a `needs=` that leads nowhere or in a
    /// circle), is in their entries.
    public init(folder: String) throws(DiagnosticList) {
        let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let reader = FolderReader(path: path)
        let folders = try reader.lessonFolders()
        self.folder = path
        let entries = CourseRules.applied(
            to: folders.map { folder in
                Entry(number: folder.number, id: folder.id, folder: folder.path, lesson: reader.read(folder))
            }
        )
        self.entries = entries
        paths = reader.read(CoursePathParser.fileName).flatMap { text in
            guard let text else { return .success([]) }
            return CoursePathParser.parse(text, file: "\(path)/\(CoursePathParser.fileName)", entries: entries)
        }
    }

    /// Everything that is wrong with any lesson, and with the paths.
    public var diagnostics: [Diagnostic] {
        entries.flatMap { entry -> [Diagnostic] in
            if case .failure(let list) = entry.lesson { list.diagnostics } else { [] }
        } + pathDiagnostics
    }

    private var pathDiagnostics: [Diagnostic] {
        if case .failure(let list) = paths { list.diagnostics } else { [] }
    }

    /// The path of this id.
    public func path(id: String) -> CoursePath? { try? paths.get().first { $0.id == id } }

    /// The lesson that follows the one with this id.
    public func entry(after id: String) -> Entry? {
        entries.firstIndex { $0.id == id }.flatMap { $0 + 1 < entries.count ? entries[$0 + 1] : nil }
    }

    /// The lesson that comes before the one with this id.
    public func entry(before id: String) -> Entry? {
        entries.firstIndex { $0.id == id }.flatMap { $0 > 0 ? entries[$0 - 1] : nil }
    }
}
