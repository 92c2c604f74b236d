import Foundation

/// Reads lesson folders from the disk.
struct FolderReader {
    let path: String

    struct Found {
        let number: Int
        let id: String
        let path: String
    }

    /// A lesson's text or program is never longer; a device or a mistake may be.
    private static let sizeLimit = 4 << 20

    /// Sorted by number, then by id.
    func lessonFolders() throws(DiagnosticList) -> [Found] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw failure("there is no such folder; lessons are folders such as 'Lessons/07-gather'")
        }
        guard isFolder.boolValue else { throw failure("this is a file, not a folder of lessons") }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw failure("this folder cannot be read; check its permissions")
        }
        let found = names.compactMap { name -> Found? in
            guard let (number, id) = Self.split(name) else { return nil }
            let folder = "\(path)/\(name)"
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
            return exists && isFolder.boolValue ? Found(number: number, id: id, path: folder) : nil
        }
        guard !found.isEmpty else {
            throw failure("no lessons in this folder; a lesson is a folder such as '07-gather'")
        }
        return found.sorted { ($0.number, $0.id, $0.path) < ($1.number, $1.id, $1.path) }
    }

    /// `07-gather` is (7, "gather").
    private static func split(_ name: String) -> (number: Int, id: String)? {
        let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...4).contains(parts[0].count),
            parts[0].unicodeScalars.allSatisfy(\.isASCIIDigit), let number = Int(parts[0]),
            Identifier.isValid(String(parts[1]))
        else { return nil }
        return (number, String(parts[1]))
    }

    func read(_ found: Found) -> Result<Lesson, DiagnosticList> {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: found.path) else {
            return .failure(DiagnosticList(diagnostic(found.path, "this folder cannot be read; check its permissions")))
        }
        var files: [String: String] = [:]
        var problems: [Diagnostic] = []
        for name in names.sorted() where name == LessonParser.fileName || DemoFiles.isPart(name) {
            switch text(ofFile: "\(found.path)/\(name)") {
            case .success(let text): files[name] = text
            case .failure(let problem): problems.append(problem)
            }
        }
        for name in exerciseFiles(in: found.path) {
            switch text(ofFile: "\(found.path)/\(name)") {
            case .success(let text): files[name] = text
            case .failure(let problem): problems.append(problem)
            }
        }
        if let list = DiagnosticList(problems) { return .failure(list) }
        return LessonParser.parse(
            LessonFolder(number: found.number, id: found.id, path: found.path, files: files)
        )
    }

    /// `exercises/gather-fetch-all/wrong/x.swift`, …: the files that exercises consist of.
    private func exerciseFiles(in lesson: String) -> [String] {
        func names(_ folder: String) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(lesson)/\(folder)")) ?? []).sorted()
        }
        return names(ExerciseFiles.folder).filter { !$0.hasPrefix(".") }.flatMap { exercise in
            let folder = "\(ExerciseFiles.folder)/\(exercise)"
            let files = names(folder) + names("\(folder)/wrong").map { "wrong/\($0)" }
            return files.filter(ExerciseFiles.isPart).map { "\(folder)/\($0)" }
        }
    }

    /// A file of the course itself; nil if there is none of this name.
    func read(_ name: String) -> Result<String?, DiagnosticList> {
        let file = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { return .success(nil) }
        return text(ofFile: file).map { $0 }.mapError { DiagnosticList($0) }
    }

    private func text(ofFile file: String) -> Result<String, Diagnostic> {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(filePath: file).resolvingSymlinksInPath().path
        )
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            return .failure(diagnostic(file, "this is no ordinary file"))
        }
        guard let size = attributes?[.size] as? Int, size <= Self.sizeLimit else {
            return .failure(diagnostic(file, "longer than \(Self.sizeLimit >> 20) MB; a lesson's files are short"))
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            return .failure(diagnostic(file, "this file cannot be read; check its permissions"))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            let valid = String(decoding: data, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
            let line = valid.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            return .failure(
                Diagnostic(at: SourcePosition(file: file, line: line), "this line is not UTF-8; save the file as UTF-8")
            )
        }
        return .success(text)
    }

    private func failure(_ message: String) -> DiagnosticList { DiagnosticList(diagnostic(path, message)) }

    private func diagnostic(_ path: String, _ message: String) -> Diagnostic {
        Diagnostic(at: SourcePosition(file: path, line: 1), message)
    }
}
