import Foundation
import LessonKit

/// The one place where linting writes: listings and pictures of lessons, and transcripts.
struct Fixer {
    let course: LintCourse

    func fixListings() -> LintReport {
        var report = LintReport()
        for entry in course.entries {
            let fixed = SliceFix.fixed(course.folder(of: entry))
            guard !fixed.changes.isEmpty else { continue }
            report.add(
                write(fixed.text, to: "\(entry.folder)/\(LessonParser.fileName)") {
                    fixed.changes.map { "\($0.position): \($0.message)" }
                }
            )
        }
        return report
    }

    func fix(_ pictures: [PictureChange]) -> LintReport {
        var report = LintReport()
        for (file, changes) in Dictionary(grouping: pictures, by: \.picture.position.file).sorted(by: {
            $0.key < $1.key
        }) {
            guard let text = course.text(ofFile: file) else { continue }
            let fixed = PictureChange.applied(changes, to: text)
            report.add(write(fixed.text, to: file) { fixed.changes.map { "\($0.position): \($0.message)" } })
        }
        return report
    }

    func write(transcript: String, to file: String) -> LintReport {
        write(transcript, to: file) { ["\(file): the transcript is what the demo prints again"] }
    }

    private func write(_ text: String, to file: String, saying changes: () -> [String]) -> LintReport {
        var report = LintReport()
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: course.absolute(file)), options: .atomic)
            report.fixed = changes()
        } catch {
            report.couldNotTell = ["\(file): cannot be written; make it writable and run `tutor lint --fix` again"]
        }
        return report
    }
}

extension LintCourse {
    /// The lesson's files, as the parser takes them.
    func folder(of entry: Catalog.Entry) -> LessonFolder {
        let name = entry.folder.split(separator: "/").last.map(String.init) ?? ""
        let files = texts.filter { $0.key.hasPrefix("\(name)/") }
        return LessonFolder(
            number: entry.number,
            id: entry.id,
            path: entry.folder,
            files: Dictionary(uniqueKeysWithValues: files.map { (String($0.key.dropFirst(name.count + 1)), $0.value) })
        )
    }

    /// Of a path that begins with the course's folder.
    func text(ofFile path: String) -> String? { texts[String(path.dropFirst(folder.count + 1))] }

    /// For programs, which have a working folder of their own.
    func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
}
