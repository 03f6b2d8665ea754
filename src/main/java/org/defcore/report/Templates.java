package org.defcore.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Writes pages as single documents that need no network and no script, for the screen, the phone
 * and paper. What the templates are given is escaped, and they can load nothing.
 */
public final class Templates {

  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setLocale(Locale.ROOT);
    configuration.setLocalizedLookup(false);
    return configuration;
  }

  /**
   * The whole document; the same page gives the same bytes.
   *
   * @param page what its template calls {@code page}; {@code symbols} is there, too
   */
  public static String render(Page page) {
    String template = page.template();
    NarrowHtml html = new NarrowHtml();
    try {
      CONFIGURATION
          .getTemplate(template)
          .process(Map.of("page", page, "symbols", new OutcomeSymbols()), html);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException(template + " does not fit its page: " + e.getMessage(), e);
    }
    return PlainText.of(html.toString());
  }
}
