/// A course: the lessons of a folder, in order. The one part of LessonKit that reads the disk.
///
///     let catalog = try Catalog(folder: "Lessons")
///     catalog.lesson(matching: "gather")
///
/// A lesson that is broken does not hide the others: it is there with its diagnostics.
///
/// The lessons are read when somebody first asks for them: a prompt need not wait for the whole course.
public struct Catalog: Sendable {
    /// The path that the lessons are read from.
    public let folder: String
    /// By number, each read alone: what is wrong between lessons is not known yet.
    private let single: [(id: String, lesson: Deferred<Result<Lesson, DiagnosticList>>)]
    private let course: Deferred<[Entry]>

    /// By number. The first call reads whatever has not been read, on the thread of the caller.
    public var entries: [Entry] { course.value }
    /// The ways through the course, in the order of its `paths.md`; none if it has no such file.
    public var paths: Result<[CoursePath], DiagnosticList> { ways.value }
    private let ways: Deferred<Result<[CoursePath], DiagnosticList>>

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

    /// Takes every folder `NN-id` in `folder`; other folders and files are passed over.
    ///
    /// Throws a ``DiagnosticList`` if the folder cannot be read or has no lesson. What is wrong with single lessons,
    /// and between them (a number, an id or a question's id used twice, a `needs=` that leads nowhere or in a
    /// circle), is in their entries.
    public init(folder: String) throws(DiagnosticList) {
        let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let reader = FolderReader(path: path)
        let folders = try reader.lessonFolders()
        self.folder = path
        let lessons = folders.map { folder in Deferred { reader.read(folder) } }
        single = zip(folders, lessons).map { ($0.id, $1) }
        let course = Deferred {
            CourseRules.applied(
                to: zip(folders, lessons).map { folder, lesson in
                    Entry(number: folder.number, id: folder.id, folder: folder.path, lesson: lesson.value)
                }
            )
        }
        self.course = course
        ways = Deferred {
            reader.read(CoursePathParser.fileName).flatMap { text in
                guard let text else { return .success([]) }
                let file = "\(path)/\(CoursePathParser.fileName)"
                return CoursePathParser.parse(text, file: file, entries: course.value)
            }
        }
    }

    /// The lesson of this id, or the first that can be read, without reading the whole course.
    public func quickly(id: String? = nil) -> Lesson? {
        single.lazy.filter { id == nil || $0.id == id }.compactMap { try? $0.lesson.value.get() }.first
    }

    /// Everything that is wrong with any lesson, and with the paths.
    public var diagnostics: [Diagnostic] {
        entries.flatMap { entry -> [Diagnostic] in
            if case .failure(let list) = entry.lesson { list.diagnostics } else { [] }
        } + pathDiagnostics
    }

    /// What is wrong with the paths through the course.
    public var pathDiagnostics: [Diagnostic] {
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
