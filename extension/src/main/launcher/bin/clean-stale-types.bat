@echo off
rem Starts Clean Stale Types: finds Java 17 or newer in JAVA_HOME or on the PATH.
setlocal
set "CST_JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "CST_JAVA=%JAVA_HOME%\bin\java.exe"
set "CST_VERSION="
for /f "tokens=3" %%v in ('cmd /c ""%CST_JAVA%" -version 2>&1" ^| findstr /i /c:"version"') do if not defined CST_VERSION set "CST_VERSION=%%~v"
if not defined CST_VERSION goto none
for /f "delims=." %%m in ("%CST_VERSION%") do set "CST_MAJOR=%%m"
if %CST_MAJOR% LSS 17 goto none
"%CST_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%~dp0..\lib\clean-stale-types-cli.jar" %*
exit /b %ERRORLEVEL%
:none
echo clean-stale-types: it needs Java 17 or newer; set JAVA_HOME, or have java on the PATH 1>&2
if /i "%~1"=="guard" exit /b 125
exit /b 2
