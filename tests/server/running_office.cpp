#include "running_office.h"

#include <base/durable_file.h>

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace server_tests {

namespace {

const std::string Program = std::string(OW_BIN_DIR) + "/onewindow-backoffice";

struct Started {
    pid_t process = -1;
    int output = -1;
};

Started startProgram(const std::vector<std::string>& arguments)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        std::vector<char*> argv{const_cast<char*>(Program.c_str())};
        for (const auto& argument : arguments)
            argv.push_back(const_cast<char*>(argument.c_str()));
        argv.push_back(nullptr);
        ::execv(Program.c_str(), argv.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    return {process, ends[0]};
}

int waitFor(pid_t process)
{
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string readLine(int from)
{
    std::string line;
    char c = 0;
    while (::read(from, &c, 1) == 1 && c != '\n')
        line += c;
    return line;
}

}  // namespace

int runProgram(const std::vector<std::string>& arguments)
{
    const auto started = startProgram(arguments);
    const auto code = waitFor(started.process);
    ::close(started.output);
    return code;
}

RunningOffice::RunningOffice()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "onewindow-office-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("no folder for the back office");
    m_folder = pattern;
    if (runProgram({"init", "--data", m_folder.string(), "--demo"}) != 0)
        throw std::runtime_error("init failed");
}

RunningOffice::~RunningOffice()
{
    if (m_process > 0)
        kill();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void RunningOffice::setLimits(const std::string& json)
{
    const auto file = m_folder / "config.json";
    auto config = nlohmann::ordered_json::parse(base::readFile(file).value());
    config["limits"] = nlohmann::ordered_json::parse(json);
    if (!base::writeDurably(file, config.dump()))
        throw std::runtime_error("config.json cannot be written");
}

void RunningOffice::start()
{
    const auto started = startProgram({"serve", "--data", m_folder.string(), "--listen", "127.0.0.1:0"});
    m_process = started.process;
    m_url = readLine(started.output);
    ::close(started.output);
    if (!m_url.starts_with("https://127.0.0.1:"))
        throw std::runtime_error("the back office did not start");
}

int RunningOffice::stop()
{
    ::kill(m_process, SIGTERM);
    const auto code = waitFor(m_process);
    m_process = -1;
    return code;
}

void RunningOffice::kill()
{
    ::kill(m_process, SIGKILL);
    waitFor(m_process);
    m_process = -1;
}

int RunningOffice::port() const
{
    return std::stoi(m_url.substr(m_url.rfind(':') + 1));
}

std::string RunningOffice::passwordOf(const std::string& user) const
{
    return nlohmann::json::parse(base::readFile(m_folder / "demo-users.json").value())
        .at(user)
        .get<std::string>();
}

}  // namespace server_tests
