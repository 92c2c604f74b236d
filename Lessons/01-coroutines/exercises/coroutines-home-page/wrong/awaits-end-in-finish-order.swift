import ConcurrencyKit

struct Home: Equatable {
    var profile: String
    var photo: String
    var comments: String
}

func loadHome(
    of user: String,
    with fetch: @escaping (String) async throws -> String
) async throws -> Home {
    let profileTask = createTask { try await fetch("profile/\(user)") }
    let photoTask = createTask { try await fetch("photo/\(user)") }
    let profile = try await profileTask.value
    let photo = try await photoTask.value
    let comments = try await fetch("comments/\(photo)")
    return Home(profile: profile, photo: photo, comments: comments)
}
