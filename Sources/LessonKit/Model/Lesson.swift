/// One lesson: a folder such as `Lessons/07-gather`, read and found to be whole.
public struct Lesson: Sendable, Equatable {
    /// The order in the course: 7 for the folder `07-gather`.
    public let number: Int
    /// What the lesson is called for ever: `gather` for the folder `07-gather`.
    public let id: String
    /// The text of the one `#` heading, without markup.
    public let title: String
    /// How long a learner takes, as its author expects.
    public let minutes: Int
    /// What Python calls the subject, such as `asyncio.gather`.
    public let pythonName: String?
    /// The ids of the lessons to be worked through before this one.
    public let needs: [String]
    /// The path of the folder.
    public let folder: String
    /// The text in order. The first section has no title if there is text before the first `##`.
    public let sections: [Section]
    /// The demos of the folder; the one named `demo` first, the others by name.
    public let demos: [Demo]

    public init(
        number: Int,
        id: String,
        title: String,
        minutes: Int,
        pythonName: String?,
        needs: [String],
        folder: String,
        sections: [Section],
        demos: [Demo]
    ) {
        self.number = number
        self.id = id
        self.title = title
        self.minutes = minutes
        self.pythonName = pythonName
        self.needs = needs
        self.folder = folder
        self.sections = sections
        self.demos = demos
    }

    /// What stands between two `##` headings.
    public struct Section: Sendable, Equatable {
        /// The `##` heading; nil for what comes before the first of them.
        public let heading: Block?
        /// What follows the heading, in order.
        public let items: [LessonItem]

        public init(heading: Block?, items: [LessonItem]) {
            self.heading = heading
            self.items = items
        }

        /// The heading without markup; nil where there is none.
        public var title: String? { heading?.plainText }
    }

    /// Everything below the title in order, the `##` headings included.
    public var items: [LessonItem] {
        sections.flatMap { section in (section.heading.map { [.prose($0)] } ?? []) + section.items }
    }

    /// The questions in the order of the text.
    public var questions: [Question] {
        sections.flatMap(\.items).compactMap { if case .question(let question) = $0 { question } else { nil } }
    }

    /// `07-gather`.
    public var folderName: String { folder.split(separator: "/").last.map { $0.lowercased() } ?? "" }

    /// The demo of this name; `demo` is the name of the main one.
    public func demo(named name: String) -> Demo? { demos.first { $0.name == name } }
}
