import Foundation
import LessonKit

/// Files: the learner's copies, the sources of a demo, the documentation, the session's transcript.
extension SessionRunner {
    /// Does what the session asked for, and asks the session what to say of it.
    func answer(_ effect: SessionEffect, _ session: inout Session) async -> [SessionEffect] {
        switch effect {
        case .edit(let demo, let lesson): return await edit(demo, lesson, &session)
        case .discardCopy(let demo, let lesson):
            guard let workspace = world.workspace else { return [.complain("there is no folder for copies here")] }
            do { return session.discarded(demo, kept: try workspace.discard(demo, lesson: lesson)) } catch {
                return [.complain(error.description, .machine)]
            }
        case .compare(let demo):
            return session.compared(
                demo,
                swift: text(of: demo.swiftFile),
                python: demo.pythonFile.flatMap { text(of: $0) }
            )
        case .document(let words): return session.documented(words, in: world.documentation())
        case .transcript(let path):
            return session.transcribing(log.keep(in: path, at: world.now()), path: path)
        default: return []
        }
    }

    private func edit(_ demo: Demo, _ lesson: String, _ session: inout Session) async -> [SessionEffect] {
        guard let workspace = world.workspace else { return [.complain("there is no folder for copies here")] }
        let copy: String
        do { copy = try workspace.begin(demo, lesson: lesson) } catch {
            return [.complain(error.description, .machine)]
        }
        do { try await world.edit(copy, session.settings.editor) } catch {
            return session.edited(demo, copy: copy, error as? EditorProblem ?? .failed("\(error)"))
        }
        await demos.prepare(file: copy, name: copy)
        return session.edited(demo, copy: copy, nil)
    }

    private func text(of path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension SessionRunner.World {
    /// The same world; what is shown there is noted as well.
    func logging(to log: SessionLog) -> SessionRunner.World {
        var world = self
        world.write = { text in
            log.shown(text.text)
            try self.write(text)
        }
        world.complain = { text in
            log.shown(text.text)
            try self.complain(text)
        }
        return world
    }
}
