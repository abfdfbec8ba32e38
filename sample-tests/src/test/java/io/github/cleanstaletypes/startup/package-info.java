/** Starts replicas of an application with the entrypoint of {@code src/startup}, as processes and in containers. */
package io.github.cleanstaletypes.startup;
